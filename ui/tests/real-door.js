// The shell's door as the page knows it, with the real core behind it. Never part of the product.
(() => {
  const none = { desk_place_choose: null, desk_open_other: null, files_pick: [] };
  let callbacks = 0;
  window.__ASKED = 0;
  window.__TAURI_EVENT_PLUGIN_INTERNALS__ = { unregisterListener: () => undefined };
  window.__TAURI_INTERNALS__ = {
    transformCallback: (run) => {
      window[`_${++callbacks}`] = run;
      return callbacks;
    },
    unregisterCallback: () => undefined,
    invoke: async (name, args) => {
      if (name !== 'call') return none[name] ?? null;
      window.__ASKED++;
      try {
        const answer = await window.__CORE(args.name, args.args);
        if (answer.refusal) throw answer.refusal;
        return answer.ok;
      } finally {
        window.__ASKED--;
      }
    },
  };
})();
