/** What the app's lifecycle needs of a window. */
export type OpenWindow = { close(): void; destroy(): void };

/** Every window that is open, oldest first. */
export const openWindows = new Set<OpenWindow>();
