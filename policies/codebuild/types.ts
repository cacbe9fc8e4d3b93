export const projectType = "aws:codebuild/project:Project";
