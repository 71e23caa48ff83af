import { docker } from './docker-command.js';

/** A container as listed by `docker compose ps`. */
export interface Container {
  id: string;
  service: string;
  image: string;
  /** Published ports only. */
  publishers: { address: string; port: number }[];
}

interface PsLine {
  ID: string;
  Service: string;
  Image: string;
  Publishers: { URL: string; PublishedPort: number }[] | null;
}

/** A stack under its own project name, with containers, volumes and image tags that nothing else uses. */
export class ComposeStack {
  /**
   * @param project its name
   * @param envFile `--env-file` of `docker compose`
   * @param settings override those of the file
   * @param signal ends whatever is running
   */
  constructor(
    readonly project: string,
    private readonly envFile: string,
    private readonly settings: Record<string, string>,
    private readonly signal: AbortSignal,
  ) {}

  async build(): Promise<void> {
    await this.compose(['build']);
  }

  /** Resolves when every service is healthy. */
  async up(...options: string[]): Promise<void> {
    await this.compose(['up', '--detach', '--wait', ...options]);
  }

  /** The names of the services. */
  async services(): Promise<string[]> {
    return (await this.compose(['config', '--services'])).split('\n').toSorted();
  }

  /** The running containers. */
  async containers(): Promise<Container[]> {
    const lines = (await this.compose(['ps', '--format', 'json'])).split('\n').filter(Boolean);
    return lines.map((line) => {
      const { ID, Service, Image, Publishers } = JSON.parse(line) as PsLine;
      const published = (Publishers ?? []).filter(({ PublishedPort }) => PublishedPort > 0);
      const publishers = published.map(({ URL, PublishedPort }) => ({ address: URL, port: PublishedPort }));
      return { id: ID, service: Service, image: Image, publishers };
    });
  }

  /** Runs a program in the service's container; returns its output. */
  async exec(service: string, ...command: string[]): Promise<string> {
    return this.compose(['exec', '-T', service, ...command]);
  }

  /** Runs a program in a new container of the service; returns its output. */
  async run(service: string, env: Record<string, string>, ...command: string[]): Promise<string> {
    const settings = Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
    return this.compose(['run', '--rm', '--no-deps', '-T', ...settings, service, ...command]);
  }

  /** Copies a file or folder out of the service's container, which may have ended. */
  async copy(service: string, path: string, to: string): Promise<void> {
    await this.compose(['cp', `${service}:${path}`, to]);
  }

  /** The processes in the containers, with their arguments. */
  async processes(): Promise<string> {
    return this.compose(['top']);
  }

  /** The stack's description as Docker gets it. */
  async description(): Promise<string> {
    return this.compose(['config']);
  }

  async logs(...options: string[]): Promise<string> {
    return this.compose(['logs', '--no-color', ...options]);
  }

  /** The output of `docker inspect` for these containers. */
  async inspect(): Promise<string> {
    const ids = (await this.compose(['ps', '--all', '--quiet'])).split('\n');
    return docker(['inspect', ...ids], { signal: this.signal });
  }

  /** Removes containers, network and data; the images stay. */
  async down(): Promise<void> {
    await this.compose(['down', '--volumes', '--remove-orphans', '--timeout', '10']);
  }

  async images(): Promise<string[]> {
    return [...new Set((await this.compose(['config', '--images'])).split('\n'))].toSorted();
  }

  private async compose(args: string[]): Promise<string> {
    const env = { ...this.settings, COMPOSE_PROJECT_NAME: this.project };
    return docker(['compose', '--env-file', this.envFile, ...args], { env, signal: this.signal });
  }

  /** The same stack without the signal, for what must be done even after it fired. */
  unstoppable(): ComposeStack {
    return new ComposeStack(this.project, this.envFile, this.settings, new AbortController().signal);
  }
}
