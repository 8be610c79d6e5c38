import type {
  Menu as ElectronMenu,
  MenuItem as ElectronMenuItem,
  MenuItemConstructorOptions,
} from 'electron';
import { parseAccelerator } from './accelerator.ts';
import { app } from './app.ts';
import { named, refuseUnknown } from './missing.ts';
import type { KeyCombination } from './page/messages.ts';

const options = [
  'accelerator',
  'checked',
  'click',
  'enabled',
  'id',
  'label',
  'role',
  'submenu',
  'type',
  'visible',
];
let current: HostMenu | null = null;
let onChange: () => void = () => undefined;

/** An item of a menu. Of the roles only `quit` is the host's; the others are Chromium's own keys. */
class HostMenuItem implements Pick<
  ElectronMenuItem,
  'checked' | 'enabled' | 'id' | 'label' | 'type' | 'visible'
> {
  readonly id: string;
  readonly label: string;
  readonly type: ElectronMenuItem['type'];
  readonly accelerator: string | undefined;
  readonly submenu: HostMenu | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  private readonly given: MenuItemConstructorOptions;

  constructor(given: MenuItemConstructorOptions) {
    refuseUnknown('MenuItem', given, options);
    this.given = given;
    this.id = given.id ?? '';
    this.label = given.label ?? given.role ?? '';
    this.type = given.type ?? (given.submenu ? 'submenu' : 'normal');
    this.accelerator = given.accelerator ?? (given.role === 'quit' ? 'CmdOrCtrl+Q' : undefined);
    this.submenu = Array.isArray(given.submenu) ? HostMenu.buildFromTemplate(given.submenu) : undefined;
    this.enabled = given.enabled ?? true;
    this.visible = given.visible ?? true;
    this.checked = given.checked ?? false;
  }

  /** Does what choosing the item does. */
  click(): void {
    if (!this.enabled) return;
    if (this.given.role === 'quit') app.quit();
    else if (this.given.role)
      throw new Error(`The Chromium host has no electron.Menu role '${this.given.role}'`);
    else this.given.click?.(this as unknown as ElectronMenuItem, undefined, {});
  }
}

class HostMenu implements Pick<ElectronMenu, 'getMenuItemById'> {
  readonly items: HostMenuItem[] = [];

  static buildFromTemplate(template: MenuItemConstructorOptions[]): HostMenu {
    const menu = new HostMenu();
    for (const given of template) menu.items.push(named('MenuItem', new HostMenuItem(given)));
    return named('Menu', menu);
  }

  static setApplicationMenu(menu: HostMenu | null): void {
    current = menu;
    onChange();
  }

  static getApplicationMenu(): HostMenu | null {
    return current;
  }

  getMenuItemById(id: string): ElectronMenuItem | null {
    const found = flatten(this).find((item) => item.id === id);
    return (found ?? null) as ElectronMenuItem | null;
  }
}

/** What the app's code gets as `electron.Menu`. */
export const Menu = named('Menu', HostMenu);

/** Calls back when the application menu was replaced. */
export function whenMenuChanges(listener: () => void): void {
  onChange = listener;
}

/** The keys of every item of the application menu, in its order. */
export function acceleratorKeys(): (KeyCombination | null)[] {
  return flatten(current).map(({ accelerator }) => (accelerator ? parseAccelerator(accelerator) : null));
}

/** Chooses the item whose keys stand at `index`. */
export function chooseAccelerator(index: number): void {
  flatten(current)[index]?.click();
}

function flatten(menu: HostMenu | null | undefined): HostMenuItem[] {
  return (menu?.items ?? []).flatMap((item) => [item, ...flatten(item.submenu)]);
}
