namespace PosCases.Web.Account.Tokens;

/// <summary>The texts of access tokens.</summary>
public sealed class TokenText;
