import { describe, expect, it } from 'vitest';
import { appError } from '../../src/core/app-error';
import { assertNever, err, ok } from '../../src/core/result';

describe('result', () => {
  it('carries a value or an error, told apart by ok', () => {
    expect(ok(3)).toEqual({ ok: true, value: 3 });
    expect(err(appError('import/empty-file'))).toEqual({ ok: false, error: { code: 'import/empty-file' } });
  });

  it('throws on a variant that should not exist', () => {
    expect(() => assertNever('surprise' as never)).toThrow('surprise');
  });
});
