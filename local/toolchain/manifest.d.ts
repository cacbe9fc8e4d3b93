export function freshBundle(folder: string, name: string): string | undefined;
export function fingerprint(file: string): string;
export function hash(content: string | Buffer): string;
