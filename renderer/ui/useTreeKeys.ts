interface TreeLine {
  readonly key: string;
  readonly label: string;
  readonly parent: string | null;
  readonly children?: readonly { readonly key: string }[];
  readonly isOpen: boolean;
}

export interface TreeKeys {
  /** The lines on screen, from top to bottom. */
  readonly lines: () => readonly TreeLine[];
  readonly current: () => string | null;
  readonly focusOn: (key: string) => void;
  readonly toggle: (key: string) => void;
  readonly activate: (key: string) => void;
}

/** Keyboard of the APG tree pattern: the answer handles a keydown inside the tree. */
export function useTreeKeys(tree: TreeKeys): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const lines = tree.lines();
    const at = lines.findIndex(({ key }) => key === tree.current());
    const line = lines[at];
    if (!line) return;
    const isHandled = handle(event.key, lines, at, line);
    if (isHandled) event.preventDefault();
  };

  function handle(key: string, lines: readonly TreeLine[], at: number, line: TreeLine): boolean {
    switch (key) {
      case 'ArrowDown':
        return focus(lines[at + 1]);
      case 'ArrowUp':
        return focus(lines[at - 1]);
      case 'Home':
        return focus(lines[0]);
      case 'End':
        return focus(lines.at(-1));
      case 'ArrowRight':
        return goIn(line);
      case 'ArrowLeft':
        return goOut(line);
      case 'Enter':
      case ' ':
        tree.activate(line.key);
        return true;
      default:
        return key.length === 1 && focus(startingWith(key, [...lines.slice(at + 1), ...lines.slice(0, at)]));
    }
  }

  function focus(line: { readonly key: string } | undefined): boolean {
    if (line) tree.focusOn(line.key);
    return line !== undefined;
  }

  function goIn(line: TreeLine): boolean {
    if (!line.children) return false;
    if (line.isOpen) return focus(line.children[0]);
    tree.toggle(line.key);
    return true;
  }

  function goOut(line: TreeLine): boolean {
    if (!line.isOpen) return focus(line.parent === null ? undefined : { key: line.parent });
    tree.toggle(line.key);
    return true;
  }
}

function startingWith(letter: string, lines: readonly TreeLine[]): TreeLine | undefined {
  return lines.find(({ label }) => label.toLowerCase().startsWith(letter.toLowerCase()));
}
