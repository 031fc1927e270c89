namespace PosCases.Web.Account;

/// <summary>Names the texts of accounts: AccountText.zh-CN.resx and AccountText.en.resx.</summary>
public sealed class AccountText;
