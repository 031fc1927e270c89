using Microsoft.AspNetCore.Hosting;
using PosCases.Cases.Filing;
using PosCases.IntegrationTests.People;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.Cases;

/// <summary>The app with small limits for files, and hands to file cases.</summary>
public class CaseHost : AccountHost
{
    public const int LargestFile = 2 * 1024 * 1024;

    /// <summary>A form that is complete with the fewest answers.</summary>
    public static FilingForm Form { get; } = new()
    {
        ToldBy = NoticeChannel.NoNotice,
        Measure = MeasureKind.Unknown,
        ImposedBy = ImposedBy.Unknown,
        Reason = ReasonGiven.Unknown,
    };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Evidence:LargestFile", $"{LargestFile}");
        builder.UseSetting("Security:RequireStaffTwoFactor", "false");
    }

    /// <summary>A merchant's owner, signed in.</summary>
    public async Task<Visitor> VisitAsync(Account account)
    {
        var visitor = new Visitor(this);
        await visitor.SignInAsync(account.UserName);
        return visitor;
    }

    /// <summary>Number of a case that the person has just filed.</summary>
    public async Task<string> FileAsync(Account account)
    {
        var filed = await SendAsync(new FileCase.Command(Form, account.Merchant, null), await CallerOf(account));
        return filed.Value.Number;
    }

    /// <summary>An owner and a case of theirs.</summary>
    public async Task<(Account Owner, string Number)> OwnerWithCaseAsync()
    {
        var owner = await OpenAsync(Role.MerchantOwner);
        return (owner, await FileAsync(owner));
    }
}
