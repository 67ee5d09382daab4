import { extensionList } from './extension-list';
import { instant } from './wire';
import { z } from './zod';

/**
 * A delivery key that is taken. `deliveredAt` is when its envelope was sent, or made while it is a draft (`sentAt`
 * null): a draft holds its keys too, or two workstations could each send one.
 */
export const deliverySchema = z.looseObject({
  deliveryKey: z.string(),
  envelopeId: z.string(),
  deliveredAt: instant,
  deliveredBy: z.string(),
  sentAt: z.optional(z.nullable(instant)),
});
export const deliveryListSchema = extensionList(deliverySchema);

export type Delivery = z.infer<typeof deliverySchema>;
