using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.IntegrationTests.People;

/// <summary>What the second factor needs lies sealed in the database, and works all the same.</summary>
public sealed class SecondFactorSealTests(SecondFactorSealTests.Host host) : IClassFixture<SecondFactorSealTests.Host>
{
    private const string Authenticator = "AuthenticatorKey";

    [Fact]
    public async Task Neither_the_key_of_an_authenticator_nor_the_hash_of_a_code_stands_in_the_database()
    {
        var person = await host.OpenAsync(Role.Agent);
        var (key, codes) = await host.EnrolAsync(person);

        var values = await ValuesAsync(person);

        Assert.Equal(2, values.Count);
        Assert.All(values, v => Assert.StartsWith("sealed:new:", v, StringComparison.Ordinal));
        await using var raw = new RawDatabase(host);
        Assert.Empty(await raw.HoldingAsync(key));
        Assert.All(codes, code => Assert.NotEmpty(code.Reveal()));
        var hash = Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(codes[0].Reveal().Replace("-", "", StringComparison.Ordinal))))[..40];
        Assert.Empty(await raw.HoldingAsync(hash));
        Assert.Equal("/desk", await ComeInAsync(person, key));
    }

    [Fact]
    public async Task A_key_from_before_lets_in_and_is_sealed_by_the_job()
    {
        var person = await host.OpenAsync(Role.Agent);
        var (key, _) = await host.EnrolAsync(person);
        await StoreAsync(person, key);
        Assert.Equal("/desk", await ComeInAsync(person, key));

        await RunJobsLaterAsync();

        Assert.All(await ValuesAsync(person), v => Assert.StartsWith("sealed:new:", v, StringComparison.Ordinal));
        Assert.Equal("/desk", await ComeInAsync(person, key));
    }

    [Fact]
    public async Task After_a_change_of_keys_everything_is_sealed_anew_and_goes_on_working()
    {
        var person = await host.OpenAsync(Role.Agent);
        var (key, _) = await host.EnrolAsync(person);
        await StoreAsync(person, host.RingOf("old").Seal(key, $"person/{person.Id.Value:N}/{Authenticator}"));
        Assert.Equal("/desk", await ComeInAsync(person, key));

        await RunJobsLaterAsync();

        Assert.All(await ValuesAsync(person), v => Assert.StartsWith("sealed:new:", v, StringComparison.Ordinal));
        Assert.Equal("/desk", await ComeInAsync(person, key));
    }

    [Fact]
    public async Task A_sealed_key_that_was_moved_to_another_person_lets_nobody_in()
    {
        var (victim, thief) = (await host.OpenAsync(Role.Agent), await host.OpenAsync(Role.Agent));
        await host.EnrolAsync(victim);
        var (key, _) = await host.EnrolAsync(thief);
        var stolen = await host.AskAsync(db => db.Set<IdentityUserToken<Guid>>()
            .Where(t => t.UserId == thief.Id.Value && t.Name == Authenticator).Select(t => t.Value!).SingleAsync());
        await StoreAsync(victim, stolen);

        Assert.Null(await ComeInAsync(victim, key));
        await RunJobsLaterAsync();
        Assert.Equal(stolen, await host.AskAsync(db => db.Set<IdentityUserToken<Guid>>()
            .Where(t => t.UserId == victim.Id.Value && t.Name == Authenticator).Select(t => t.Value!).SingleAsync()));
    }

    private async Task<string?> ComeInAsync(AccountHost.Account person, string key)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(person.UserName);
        return (await visitor.SubmitAsync("/account/two-factor", "code", ("Input.Code", Totp.CodeAt(key, host.Clock.GetUtcNow())))).Location;
    }

    private Task<int> StoreAsync(AccountHost.Account person, string value) => host.AskAsync(db => db.Set<IdentityUserToken<Guid>>()
        .Where(t => t.UserId == person.Id.Value && t.Name == Authenticator).ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, value)));

    private Task<List<string?>> ValuesAsync(AccountHost.Account person) =>
        host.AskAsync(db => db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == person.Id.Value).Select(t => t.Value).ToListAsync());

    private async Task RunJobsLaterAsync()
    {
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        await host.RunJobsAsync();
    }

    public sealed class Host : AccountHost
    {
        private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal) { ["old"] = NewKey(), ["new"] = NewKey() };

        protected override bool RunsJobs => false;

        /// <summary>The ring as it was when the key of that name was the present one.</summary>
        public KeyRing RingOf(string name) => new(new EncryptionOptions { Current = name, Keys = { [name] = keys[name] } });

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Encryption:Current", "new");
            foreach (var (name, key) in keys)
            {
                builder.UseSetting($"Encryption:Keys:{name}", key);
            }
        }

        private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    }
}
