// Runs in the page before its own scripts: notes what a person would feel, as `deskBench`.
(() => {
  const longTasks = [];
  const slowEvents = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration, name } of list.getEntries())
      slowEvents.push({ at: startTime, ms: duration, name });
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });

  /** When the next frame has been drawn. */
  const drawn = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });

  /** When the frame has been drawn that first fulfils a condition. */
  const drawnWith = async (condition) => {
    for (;;) {
      const at = await drawn();
      if (condition()) return at;
    }
  };

  /**
   * From the next key or click on: milliseconds until something was drawn, until `there` was, until `answered` was; the
   * longest event and the longest task meanwhile, 0 for those too short to be told of.
   */
  const watch = (there, answered) => {
    const { promise, resolve } = Promise.withResolvers();
    const begin = async ({ timeStamp }) => {
      removeEventListener('keydown', begin, true);
      removeEventListener('click', begin, true);
      const painted = drawn();
      const shown = drawnWith(there);
      const complete = drawnWith(() => there() && answered());
      const times = { paint: await painted, there: await shown, answer: await complete };
      // Entries are told a moment after what they are about.
      await drawn();
      await drawn();
      const most = (entries) => Math.max(0, ...entries.filter(({ at }) => at >= timeStamp - 1).map(({ ms }) => ms));
      resolve({
        paint: times.paint - timeStamp,
        there: times.there - timeStamp,
        answer: times.answer - timeStamp,
        event: most(slowEvents),
        task: most(longTasks),
      });
    };
    addEventListener('keydown', begin, true);
    addEventListener('click', begin, true);
    globalThis.deskBench.result = promise;
  };

  /** Scrolls an element by pages, one a frame, to its end and back, and tells of frames and long tasks. */
  const scrollThrough = async (element) => {
    const begun = performance.now();
    const frames = [];
    let before = begun;
    const step = async (by) => {
      element.scrollTop += by;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      frames.push(now - before);
      before = now;
    };
    const page = element.clientHeight;
    while (element.scrollTop + page < element.scrollHeight - 1) await step(page);
    while (element.scrollTop > 0) await step(-page);
    await drawn();
    frames.sort((one, other) => one - other);
    const tasks = longTasks.filter(({ at }) => at >= begun).map(({ ms }) => ms);
    return {
      frames: frames.length,
      p50: frames[Math.floor(frames.length * 0.5)],
      p99: frames[Math.floor(frames.length * 0.99)],
      longest: frames.at(-1),
      longTasks: tasks.length,
      longestTask: Math.max(0, ...tasks),
    };
  };

  globalThis.deskBench = { watch, drawnWith, scrollThrough, longTasks, result: undefined };
})();
