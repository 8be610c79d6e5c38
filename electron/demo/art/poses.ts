import { STANDING } from './figure.ts';
import type { Pose } from './figure.ts';

// Motions.
export const RUN: Pose = {
  leftArm: [26, 52, 22, 40],
  rightArm: [72, 54, 80, 46],
  leftLeg: [34, 74, 22, 82],
  rightLeg: [68, 68, 70, 86],
};
export const JUMP: Pose = {
  leftArm: [28, 36, 20, 22],
  rightArm: [72, 36, 80, 22],
  leftLeg: [34, 72, 38, 86],
  rightLeg: [68, 70, 62, 84],
};
export const FLY: Pose = {
  leftArm: [26, 42, 12, 36],
  rightArm: [74, 42, 88, 36],
  leftLeg: [42, 76, 34, 90],
  rightLeg: [56, 76, 52, 91],
};
export const SWIM: Pose = {
  leftArm: [26, 38, 30, 20],
  rightArm: [74, 50, 86, 58],
  leftLeg: [38, 76, 28, 86],
  rightLeg: [60, 76, 66, 88],
};
export const WALK: Pose = {
  leftArm: [30, 54, 26, 64],
  rightArm: [70, 54, 74, 62],
  leftLeg: [40, 76, 34, 90],
  rightLeg: [62, 74, 66, 90],
};
export const NINJA: Pose = {
  leftArm: [24, 46, 10, 48],
  rightArm: [66, 56, 54, 54],
  leftLeg: [32, 74, 20, 88],
  rightLeg: [70, 74, 70, 91],
};
export const CLIMB: Pose = {
  leftArm: [28, 28, 34, 12],
  rightArm: [74, 44, 70, 26],
  leftLeg: [32, 68, 42, 78],
  rightLeg: [60, 78, 58, 92],
};
export const FALL: Pose = {
  leftArm: [26, 30, 12, 26],
  rightArm: [74, 30, 86, 18],
  leftLeg: [36, 72, 24, 78],
  rightLeg: [66, 70, 80, 76],
};

// Gestures.
export const WAVE: Pose = { ...STANDING, rightArm: [74, 36, 80, 20] };
export const CHEER: Pose = { ...STANDING, leftArm: [26, 34, 22, 16], rightArm: [74, 34, 78, 16] };
export const DANCE: Pose = {
  leftArm: [24, 42, 18, 56],
  rightArm: [74, 36, 84, 22],
  leftLeg: [38, 76, 44, 91],
  rightLeg: [70, 72, 66, 90],
};
export const DAB: Pose = {
  leftArm: [20, 36, 8, 26],
  rightArm: [72, 34, 52, 30],
  leftLeg: [40, 76, 34, 91],
  rightLeg: [60, 76, 66, 91],
};
export const HIPS: Pose = { ...STANDING, leftArm: [22, 52, 36, 60], rightArm: [78, 52, 64, 60] };
export const POINT: Pose = { ...STANDING, leftArm: [24, 54, 36, 60], rightArm: [76, 42, 92, 38] };
