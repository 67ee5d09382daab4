import { appError } from '../../src/core/app-error';
import { err, ok } from '../../src/core/result';
import type { PackageWorkerApi } from '../../src/worker-bridge/package-worker-api';
import { blobSink, fileSink } from './package-sink';
import type { PackageSink } from './package-sink';
import { writePackage } from './write-package';

export class PackageWorker implements PackageWorkerApi {
  async write(
    ...[{ target, ...request }, sealedBytes, onProgress]: Parameters<PackageWorkerApi['write']>
  ): ReturnType<PackageWorkerApi['write']> {
    let sink: PackageSink | null = null;
    try {
      sink = target === null ? blobSink() : await fileSink(target);
      const written = await writePackage(request, sink, sealedBytes, onProgress);
      if (written.ok) return ok({ blob: await sink.close(), size: written.value });
      await sink.abort();
      return written;
    } catch (error) {
      // The disk is full, the folder is read-only, the drive went away: the browser says which only by a name.
      await sink?.abort().catch(() => undefined);
      const name = error instanceof DOMException ? error.name : '';
      return err(appError(name === 'QuotaExceededError' ? 'storage/quota' : 'package/not-written'));
    }
  }
}
