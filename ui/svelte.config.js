// Components are written in runes; nothing else is configured on purpose.
export default { compilerOptions: { runes: true } };
