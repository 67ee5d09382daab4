import type { Capability, FurtherCapability } from '../../src/contract/capabilities.schema';
import type { CallOptions, Kit } from './kit';
import type { Words } from './words';
import type { World } from './world';

/** One thing that a server must do. `run` ends by a Finding when it does not. */
export interface Check {
  /** Operation of the route table. */
  readonly id: string;
  readonly title: Words;
  /** Besides the route's own. */
  readonly needs?: Capability | FurtherCapability;
  run(kit: Kit, world: World): Promise<void>;
}

/** A sound call of a route: the refusals are made from it, by one mistake each. */
export type Sample = (kit: Kit, world: World) => Promise<CallOptions>;

/** Routes that belong together. */
export interface Family {
  readonly name: string;
  readonly title: Words;
  readonly samples: Readonly<Record<string, Sample>>;
  readonly checks: readonly Check[];
}
