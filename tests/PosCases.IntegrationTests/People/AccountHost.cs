using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.TestSupport;
using Secret = PosCases.People.Secret;

namespace PosCases.IntegrationTests.People;

/// <summary>The app with an empty database, a clock that stands still, and a hand to open accounts.</summary>
public class AccountHost : TestHost
{
    public new const string Password = "four words in a row";

    private int opened;

    public AccountHost() => Clock.StopAt(new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero));

    protected override bool HasPeople => false;

    private Door Door => Services.GetRequiredService<Door>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Security:RequireStaffTwoFactor", "true");
        builder.UseSetting("Demo:Password", Password);
    }

    /// <summary>Opens an account of its own for a test.</summary>
    public async Task<Account> OpenAsync(Role role, MerchantId? merchant = null, bool isDemo = false)
    {
        var name = $"person{Interlocked.Increment(ref opened)}@example.cn";
        var of = role is Role.MerchantOwner or Role.MerchantStaff ? merchant ?? await AddMerchantAsync() : (MerchantId?)null;
        var id = await Door.Send(
            new CreatePerson.Command(name, $"{role} {opened}", role, of, new Secret(Password), IsDemo: isDemo), Caller.System);
        return new Account(id.Value, name, of);
    }

    /// <summary>A merchant without anything but a name.</summary>
    public Task<MerchantId> AddMerchantAsync() => AskAsync(async db =>
    {
        var merchant = Merchant.Register(new MerchantProfile("Noodle House", MerchantKind.Micro), phone: null, Actor.System, Clock.GetUtcNow());
        db.Merchants.Add(merchant);
        await db.SaveChangesAsync();
        return merchant.Id;
    });

    /// <summary>Sends through the door, as everything does.</summary>
    public Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> message, Caller caller) => Door.Send(message, caller);

    /// <summary>The person's session as it is now.</summary>
    public async Task<Caller.Person> CallerOf(Account account) =>
        new(account.Id.Value, await AskAsync(db => db.People.Where(p => p.Id == account.Id.Value).Select(p => p.SecurityStamp!).SingleAsync()));

    /// <summary>Turns the second factor on and answers its key and recovery codes.</summary>
    public async Task<(string Key, IReadOnlyList<Secret> Codes)> EnrolAsync(Account account)
    {
        await Door.Send(new BeginTotp.Command(), await CallerOf(account));
        var setup = await Door.Send(new ViewTotpSetup.Query(), await CallerOf(account));
        var key = setup.Value.Key.Reveal();
        var confirmed = await Door.Send(
            new ConfirmTotp.Command(new Secret(Totp.CodeAt(key, Clock.GetUtcNow()))), await CallerOf(account));
        return (key, confirmed.Value.RecoveryCodes);
    }

    public sealed record Account(PersonId Id, string UserName, MerchantId? Merchant);
}
