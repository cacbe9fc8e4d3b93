export const aclType = "aws:wafv2/webAcl:WebAcl";
export const associationType = "aws:wafv2/webAclAssociation:WebAclAssociation";
