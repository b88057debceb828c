// Where a person lives: countries of ISO 3166-1 and the states of the USA.

const COUNTRIES =
  'ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw'.split(
    ' ',
  );

export interface Place {
  value: string;
  label: string;
}

/** Every country by its name in the language, and every state of the USA. */
export function places(
  language: string,
  states: Record<string, string>,
  inUsa: (state: string) => string,
): Place[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const countries = COUNTRIES.map((code) => ({
    value: code,
    label: names.of(code.toUpperCase()) ?? code.toUpperCase(),
  }));
  const parts = Object.entries(states).map(([code, name]) => ({ value: `us-${code}`, label: inUsa(name) }));
  return [...countries, ...parts].sort((a, b) => a.label.localeCompare(b.label, language));
}

/** The name of one place; the code itself when it is unknown, so that nothing stays blank. */
export function placeName(code: string, all: Place[]): string {
  return all.find((place) => place.value === code)?.label ?? code.toUpperCase();
}
