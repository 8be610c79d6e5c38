/** Calls back when what the page looks like now has been painted; a window nobody sees is not waited for long. */
export function whenPainted(then: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    clearTimeout(timer);
    port1.close();
    then();
  };
  const after = () => port2.postMessage(null);
  // Frames are not drawn while the window is hidden.
  const timer = setTimeout(after, 500);
  requestAnimationFrame(after);
}
