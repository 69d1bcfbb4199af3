import { expect, it } from "vitest";
import { imageRules } from "../../lib/config/image-rules.ts";

it.each([
  "qq-relay:0.1.0",
  "registry.example:5000/team/qq-relay:v1_2-rc.3",
  "123456789012.dkr.ecr.ap-southeast-1.amazonaws.com/qq-relay:0.1.0",
  `ghcr.example/team/qq-relay@sha256:${"0a".repeat(32)}`,
])("%s is an image by its version", (image) => expect(imageRules(image)).toEqual([]));

it.each([
  "qq-relay",
  "qq-relay:",
  "qq-relay:latest",
  "registry.example:5000/qq-relay:latest",
  "https://registry.example/qq-relay:1",
  "qq relay:1",
  "qq-relay@sha256:0a",
  `${"a".repeat(5_000)}:1`,
])("%s is none", (image) => expect(imageRules(image)).toHaveLength(1));
