import { proxy } from 'comlink';
import type { Result } from '../core/result';
import type { LayoutBenchControl } from '../ui/controls/layout-bench-control';
import type { LayoutBenchApi } from '../worker-bridge/layout-bench-api';
import { workerHandle } from '../worker-bridge/worker-handle';
import type { WorkerHandle } from '../worker-bridge/worker-handle';
import { drawPage } from './draw-page';
import type { OfficeLayouts } from './office-layouts';

/** The coordinate workbench: a worker of its own, so that closing it ends nothing of a batch under way. */
export class LayoutBenchService implements LayoutBenchControl {
  readonly #layouts: OfficeLayouts;
  readonly #worker: WorkerHandle<LayoutBenchApi>;
  #drawings = 0;

  constructor(layouts: OfficeLayouts, spawn: () => Worker) {
    this.#layouts = layouts;
    this.#worker = workerHandle<LayoutBenchApi>(spawn);
  }

  open(...[file]: Parameters<LayoutBenchControl['open']>): ReturnType<LayoutBenchControl['open']> {
    return this.#worker.call((worker) => worker.openForm(file));
  }

  async survey(...[choice]: Parameters<LayoutBenchControl['survey']>): ReturnType<LayoutBenchControl['survey']> {
    const offices = await this.#layouts.all();
    return offices.ok ? this.#worker.call((worker) => worker.surveyForm(choice, offices.value)) : offices;
  }

  async keep(...[layout]: Parameters<LayoutBenchControl['keep']>): Promise<Result<null>> {
    const learned = await this.#worker.call((worker) => worker.learnLayout(layout));
    return learned.ok ? this.#layouts.save(learned.value) : learned;
  }

  tryOn(...[layout, files, onTried]: Parameters<LayoutBenchControl['tryOn']>): Promise<Result<null>> {
    return this.#worker.call((worker) => worker.tryLayout(layout, files, proxy(onTried)));
  }

  image(...[document, page, scale, signal]: Parameters<LayoutBenchControl['image']>): Promise<Result<ImageBitmap>> {
    const drawing = (this.#drawings += 1);
    return this.#worker.call((worker) =>
      drawPage(worker, drawing, signal, () => worker.benchImage(document, page, scale, drawing)),
    );
  }

  close(): void {
    this.#worker.terminate();
  }
}
