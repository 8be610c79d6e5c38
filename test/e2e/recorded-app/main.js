// Satchel itself, with everything noted that passes between its processes. Plain JavaScript: real Electron runs it as it
// stands.
import { app, ipcMain } from 'electron';

const transcript = [];
const note = (direction, channel, content) =>
  transcript.push(`${direction} ${channel} ${JSON.stringify(content)}`);

const { handle } = ipcMain;
ipcMain.handle = (channel, listener) =>
  handle.call(ipcMain, channel, async (event, ...args) => {
    note('asked', channel, args);
    const answer = await listener(event, ...args);
    note('answered', channel, answer);
    return answer;
  });
app.on('web-contents-created', (_event, contents) => {
  const { send } = contents;
  contents.send = (channel, ...args) => {
    note('announced', channel, args);
    return send.call(contents, channel, ...args);
  };
});

// What tests read, through `evaluate`.
globalThis.transcript = transcript;

await import('../../../out/main/main.js');
