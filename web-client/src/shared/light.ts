export { LightElement as Light } from "client-kit/ui/index.ts";
