// For tools that read types without understanding .vue files; the type check itself does.
declare module '*.vue' {
  import type { DefineComponent } from 'vue';

  const component: DefineComponent;
  export { component as default };
}
