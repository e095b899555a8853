import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';
import globals from 'globals';

const clockless = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: '纯的房间没有时钟：时间从 asOf 传入。',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: '纯的房间没有时钟：时间从 asOf 传入。',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: '纯的房间没有随机数：同样的证据必须得到同样的分数。',
  },
  { selector: "CallExpression[callee.name='fetch']", message: '纯的房间不上网。' },
  { selector: "MemberExpression[object.name='process']", message: '纯的房间不读环境。' },
];

export default tseslint.config(
  { ignores: ['**/dist', 'data', 'node_modules', 'dashboards/src/api/schema.d.ts', '**/fixtures/**', 'coverage'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/essential'],
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // Nest reads constructor types at run time: a type-only import would erase them.
    files: ['apps/**/*.ts', 'libs/{database,jobs,operations}/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['libs/{calendar,facts,indicators,scoring,programmes}/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clockless] },
  },
  {
    files: ['dashboards/**/*.{ts,vue}'],
    languageOptions: { globals: { ...globals.browser }, parserOptions: { parser: tseslint.parser } },
    rules: { 'vue/multi-word-component-names': 'off' },
  },
  { files: ['scripts/**', 'apps/cli/**', 'tests/**'], rules: { 'no-console': 'off' } },
);
