import { RobloxClient } from '../../electron/roblox/client.ts';

/** The app's client, which says how many calls are under way. */
export class CountingClient extends RobloxClient {
  underWay = 0;

  override call: RobloxClient['call'] = async (...args) => {
    this.underWay += 1;
    try {
      return await super.call(...args);
    } finally {
      this.underWay -= 1;
    }
  };
}
