// Spawns one worker as the supervisor does, says its pid, and waits to be killed.
import { fork } from 'node:child_process';

const [module, preload] = process.argv.slice(2);
const child = fork(module, [], { detached: true, execArgv: ['--import', preload] });
console.log(child.pid);
setInterval(() => undefined, 1_000);
