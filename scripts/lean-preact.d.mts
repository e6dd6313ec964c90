export function leanPreact(code: string, path: string): string;
