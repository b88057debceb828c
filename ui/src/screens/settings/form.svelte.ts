// The organisation as it is being edited. Outlives the screen, so that nothing typed is lost by looking elsewhere.

import { call, type CalendarName, type LawName, type MovedDates, type OfficerName } from '../../api/core';
import { formOf, profileOf, sameForm, type ProfileForm } from '../../shared/profile/profile';
import { onLeave, onLock } from '../../state/session.svelte';

class SettingsState {
  saved: ProfileForm | null = $state(null);
  form: ProfileForm | null = $state(null);
  laws: LawName[] = $state.raw([]);
  calendars: CalendarName[] = $state.raw([]);
  zones: string[] = $state.raw([]);
  officers: OfficerName[] = $state.raw([]);

  get dirty(): boolean {
    return this.form !== null && this.saved !== null && !sameForm(this.form, this.saved);
  }

  async load(): Promise<void> {
    const [profile, lawList, calendarList, zoneList, officerList] = await Promise.all([
      call('profile'),
      call('law_list'),
      call('calendar_list'),
      call('zone_list'),
      call('officers'),
    ]);
    this.laws = lawList.laws;
    this.calendars = calendarList.calendars;
    this.zones = zoneList.zones;
    this.officers = officerList.officers;
    const keep = this.dirty;
    this.saved = formOf(profile);
    if (!keep || !this.form) this.form = formOf(profile);
    else this.papers(profile);
  }

  async loadOfficers(): Promise<void> {
    this.officers = (await call('officers')).officers;
  }

  /** The open dates that saving would move; null when neither calendar nor zone is another one. */
  async moves(): Promise<MovedDates | null> {
    const { form, saved } = this;
    if (!form || !saved) return null;
    if (form.calendar === saved.calendar && form.time_zone === saved.time_zone) return null;
    return call('profile_moves', profileOf($state.snapshot(form)));
  }

  async save(): Promise<void> {
    if (!this.form) return;
    const profile = profileOf($state.snapshot(this.form));
    await call('profile_save', profile);
    this.saved = formOf(profile);
    this.form = formOf(profile);
  }

  /** Paper and envelope have their home with the letterhead; the form only carries them along. */
  papers({ paper, envelope }: Pick<ProfileForm, 'paper' | 'envelope'>): void {
    for (const form of [this.saved, this.form]) if (form) Object.assign(form, { paper, envelope });
  }

  undo(): void {
    if (this.saved) this.form = { ...$state.snapshot(this.saved) };
  }

  /** At the lock: the names go; what was typed about the organisation stays until it is saved or undone. */
  lock(): void {
    this.officers = [];
    if (!this.dirty) this.forget();
  }

  /** Another desk. */
  forget(): void {
    this.saved = null;
    this.form = null;
    this.officers = [];
  }
}

export const settings = new SettingsState();
onLock(() => settings.lock());
onLeave(() => settings.forget());
