import type { SignPreset } from './preset.js';

/** Income +, cost −; a deviation is outcome or forecast less budget. */
export const naturalSigns: SignPreset = {
  id: 'natural',
  label: 'Intäkt +, kostnad −',
  factors: {
    budget: 1,
    'budget-original': 1,
    plan: 1,
    outcome: 1,
    forecast: 1,
    'outcome-deviation': 1,
    'forecast-deviation': 1,
    'forecast-change': 1,
  },
};

/**
 * Cost +, income −; a deviation is budget less outcome or forecast. Both of its terms are turned and so is their order, which leaves
 * the deviation in its natural sign: a surplus is + here as well.
 */
export const costPositive: SignPreset = {
  id: 'cost-positive',
  label: 'Kostnad +, intäkt −, avvikelse = budget − prognos',
  factors: { ...naturalSigns.factors, budget: -1, 'budget-original': -1, plan: -1, outcome: -1, forecast: -1 },
};

/** The budget is printed as the means the unit was given, +; what was spent of them is −. */
export const budgetPositive: SignPreset = {
  id: 'budget-printed-positive',
  label: 'Budget +, utfall och prognos −',
  factors: { ...naturalSigns.factors, budget: -1, 'budget-original': -1, plan: -1 },
};

/** Levels in natural signs, and a deviation that is budget less outcome or forecast: a deficit is +. */
export const budgetLessForecast: SignPreset = {
  id: 'budget-less-forecast',
  label: 'Intäkt +, kostnad −, avvikelse = budget − prognos',
  factors: { ...naturalSigns.factors, 'outcome-deviation': -1, 'forecast-deviation': -1 },
};

/** The sign presets that come with the package. */
export const signPresets: readonly SignPreset[] = [naturalSigns, costPositive, budgetLessForecast, budgetPositive];
