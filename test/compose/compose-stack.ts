import { docker } from './docker-command.js';

const ENV_FILE = 'deploy/demo.env';

/** A container as `docker compose ps` tells it. */
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

/** The demo's stack under a project name of its own: with containers, volumes and image tags that nobody else uses. */
export class ComposeStack {
  /**
   * @param project its name
   * @param settings in place of those of `deploy/demo.env`
   * @param signal ends whatever is under way
   */
  constructor(
    readonly project: string,
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

  /** The names of the services that the demo runs. */
  async services(): Promise<string[]> {
    return (await this.compose(['config', '--services'])).split('\n').toSorted();
  }

  /** Those that run. */
  async containers(): Promise<Container[]> {
    const lines = (await this.compose(['ps', '--format', 'json'])).split('\n').filter(Boolean);
    return lines.map((line) => {
      const { ID, Service, Image, Publishers } = JSON.parse(line) as PsLine;
      const published = (Publishers ?? []).filter(({ PublishedPort }) => PublishedPort > 0);
      const publishers = published.map(({ URL, PublishedPort }) => ({ address: URL, port: PublishedPort }));
      return { id: ID, service: Service, image: Image, publishers };
    });
  }

  /** Runs a program in the service's container; returns what it prints. */
  async exec(service: string, ...command: string[]): Promise<string> {
    return this.compose(['exec', '-T', service, ...command]);
  }

  async logs(...options: string[]): Promise<string> {
    return this.compose(['logs', '--no-color', ...options]);
  }

  /** Everything that Docker would tell of these containers. */
  async inspect(): Promise<string> {
    const ids = (await this.compose(['ps', '--all', '--quiet'])).split('\n');
    return docker(['inspect', ...ids], { signal: this.signal });
  }

  /** Containers, network and data; the images stay. */
  async down(): Promise<void> {
    await this.compose(['down', '--volumes', '--remove-orphans', '--timeout', '10']);
  }

  async images(): Promise<string[]> {
    return [...new Set((await this.compose(['config', '--images'])).split('\n'))].toSorted();
  }

  private async compose(args: string[]): Promise<string> {
    const env = { ...this.settings, COMPOSE_PROJECT_NAME: this.project };
    return docker(['compose', '--env-file', ENV_FILE, ...args], { env, signal: this.signal });
  }

  /** The same stack, for what has to be done although the signal has been given. */
  unstoppable(): ComposeStack {
    return new ComposeStack(this.project, this.settings, new AbortController().signal);
  }
}
