import { joinWorlds } from './bridge.ts';
import { askForPermissions, forwardWindowOpen, receiveExposed } from './main-world.ts';
import { createPreloadWorld } from './preload-world.ts';
import { watchInput } from './window-input.ts';

/** Names that no page can guess, new for every window. */
export type WorldNames = { toMain: string; toPreload: string; binding: string; receive: string };

/** The script every document starts with, before any of its own, in the page's world. */
export function mainWorldSource(names: WorldNames): string {
  return onlyTopFrame(`
    const bridge = (${joinWorlds.toString()})(${literal(names.toPreload)}, ${literal(names.toMain)});
    (${receiveExposed.toString()})(bridge);
    (${askForPermissions.toString()})(bridge);
    (${forwardWindowOpen.toString()})(bridge);`);
}

/** The script of the preload's world: Electron's side of it, then the app's preload bundle around it. */
export function preloadWorldSource(names: WorldNames, preload: string): string {
  return onlyTopFrame(`
    const bridge = (${joinWorlds.toString()})(${literal(names.toMain)}, ${literal(names.toPreload)});
    const binding = globalThis[${literal(names.binding)}];
    const post = (message) => binding(JSON.stringify(message));
    const world = (${createPreloadWorld.toString()})(bridge, post, (${watchInput.toString()})(post));
    globalThis[${literal(names.receive)}] = world.receive;
    const require = (name) => {
      if (name === 'electron') return world.electron;
      throw new Error('module not found: ' + name);
    };
    (function (require, module, exports, bridge, binding, post, world) {${preload}
    })(require, { exports: {} }, {});`);
}

function onlyTopFrame(body: string): string {
  return `if (window === window.top) {${body}\n}`;
}

function literal(text: string): string {
  return JSON.stringify(text);
}
