import { expect, it } from 'vitest';
it('has OPFS', async () => { expect(await navigator.storage.getDirectory()).toBeTruthy(); });
