import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { endsWithUs } from './ends-with-us.js';

/** Node has no datagram sockets of Unix; each Debian has Perl. A line for each message: when it came (ms), and the message. */
const RECEIVER = `
use Socket; use Time::HiRes 'time'; $| = 1;
socket(S, AF_UNIX, SOCK_DGRAM, 0) && bind(S, sockaddr_un($ARGV[0])) || die $!;
print "bound\\n";
while (defined recv(S, $message, 65536, 0)) {
  $message =~ s/\\n/ /g;
  printf "%d %s\\n", time * 1000, $message if $message ne 'BARRIER=1';
}`;

/** What is missing for `NotifySocket`, or null. */
export function notifySocketNeeds(): string | null {
  for (const program of ['systemd-notify', 'perl']) {
    try {
      execFileSync('which', [program], { stdio: 'ignore' });
    } catch {
      return program;
    }
  }
  return null;
}

/** Stands in for systemd: receives what services tell it (`env`). */
export class NotifySocket {
  private text = '';

  private constructor(
    private readonly receiver: ChildProcess,
    readonly env: { NOTIFY_SOCKET: string },
  ) {
    receiver.stdout!.setEncoding('utf8').on('data', (text: string) => (this.text += text));
  }

  static async in(folder: string): Promise<NotifySocket> {
    const path = join(folder, 'notify');
    const receiver = spawn('perl', ['-e', RECEIVER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    endsWithUs(receiver);
    const socket = new NotifySocket(receiver, { NOTIFY_SOCKET: path });
    await once(receiver.stdout, 'data');
    return socket;
  }

  /** All messages so far, the words of each separated by spaces. */
  get messages(): { at: number; message: string }[] {
    const lines = this.text.split('\n').slice(1, -1);
    return lines.map((line) => ({ at: Number(line.split(' ', 1)[0]), message: line.slice(line.indexOf(' ') + 1) }));
  }

  count(message: string): number {
    return this.messages.filter((each) => each.message === message).length;
  }

  close(): void {
    this.receiver.kill();
  }
}
