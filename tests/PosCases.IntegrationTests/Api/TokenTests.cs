using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using PosCases.IntegrationTests.People;
using PosCases.People;
using PosCases.People.Tokens;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.Api;

[Collection(ApiHost.Name)]
public sealed class TokenTests(ApiHost app)
{
    [Fact]
    public async Task A_token_says_who_it_speaks_for_and_only_its_hash_is_kept()
    {
        var made = await app.MakeTokenAsync("li", TokenScopes.Read | TokenScopes.Evidence);
        using var program = app.ProgramWith(made.Token.Reveal());

        var me = (await program.GetAsync("me")).Json;

        Assert.Equal("agent", me.GetProperty("role").GetString());
        Assert.Equal(["read", "evidence"], me.GetProperty("scopes").EnumerateArray().Select(s => s.GetString()));
        Assert.StartsWith("pcs_", made.Token.Reveal(), StringComparison.Ordinal);
        var kept = await File.ReadAllBytesAsync(Path.Combine(app.DataFolder, "poscases.db"), TestContext.Current.CancellationToken);
        var wal = Path.Combine(app.DataFolder, "poscases.db-wal");
        Assert.Equal(-1, kept.AsSpan().IndexOf(Encoding.ASCII.GetBytes(made.Token.Reveal()[37..])));
        Assert.True(!File.Exists(wal) || (await ReadSharedAsync(wal)).AsSpan().IndexOf(Encoding.ASCII.GetBytes(made.Token.Reveal()[37..])) < 0);
    }

    [Fact]
    public async Task A_wrong_password_makes_no_token_and_counts_as_a_wrong_sign_in()
    {
        var refused = await app.As("wang").Send(new MakeToken.Command("n", TokenScopes.Read, 30, new Secret("not the password")));

        Assert.IsType<SignInRefused>(refused.Error);
        Assert.Equal(1, await app.AskAsync(db => db.People.Where(p => p.UserName == "wang@demo.example").Select(p => p.AccessFailedCount).SingleAsync()));
    }

    [Theory]
    [InlineData(0, TokenScopes.Read, "Days")]
    [InlineData(366, TokenScopes.Read, "Days")]
    [InlineData(30, TokenScopes.None, "Scopes")]
    [InlineData(30, (TokenScopes)8, "Scopes")]
    public async Task A_token_is_good_for_a_year_at_most_and_for_something(int days, TokenScopes scopes, string field)
    {
        var refused = await app.As("li").Send(new MakeToken.Command("n", scopes, days, new Secret(ApiHost.Password)));

        Assert.Equal(field, Assert.Single(Assert.IsType<Invalid>(refused.Error).Fields).Field);
    }

    [Fact]
    public async Task A_repeated_form_makes_one_token_and_does_not_show_it_again()
    {
        var command = new MakeToken.Command("twice", TokenScopes.Read, 30, new Secret(ApiHost.Password));

        var first = await app.As("chen").Send(command);
        var second = await app.As("chen").Send(command);

        Assert.Equal(first.Value.Id, second.Value.Id);
        Assert.True(second.Value.Token.IsEmpty);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("garbled")]
    [InlineData("revoked")]
    [InlineData("signed out everywhere")]
    [InlineData("role lost")]
    [InlineData("shut out")]
    public async Task A_token_that_has_ended_opens_nothing(string how)
    {
        var name = $"temp{Guid.NewGuid():N}@demo.example";
        var id = (await app.As(Caller.System).Send(new CreatePerson.Command(name, "Temp", Role.Agent, null, new Secret(ApiHost.Password)))).Value;
        var person = name.Split('@')[0];
        var made = await app.MakeTokenAsync(person);
        using (var before = app.ProgramWith(made.Token.Reveal()))
        {
            Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("me")).Status);
        }

        Result? ended = how switch
        {
            "revoked" => await app.As(person).Send(new RevokeToken.Command(made.Id)),
            "signed out everywhere" => await app.As(person).Send(new SignOutEverywhere.Command()),
            "role lost" => await app.As("admin").Send(new ChangeRole.Command(new PersonId(id.Value), Role.Supervisor)),
            "shut out" => await app.As("admin").Send(new DeactivatePerson.Command(new PersonId(id.Value))),
            _ => null,
        };
        Assert.Null(ended?.Error);

        var token = how switch
        {
            "unknown" => $"pcs_{Guid.NewGuid():N}{made.Token.Reveal()[36..]}",
            "garbled" => made.Token.Reveal()[..^1] + (made.Token.Reveal()[^1] == 'A' ? 'E' : 'A'),
            _ => made.Token.Reveal(),
        };
        using var program = app.ProgramWith(token);
        var answer = await program.GetAsync("me");
        Assert.Equal((HttpStatusCode.Unauthorized, "Token.Unusable"), (answer.Status, answer.Code));
        Assert.Contains("invalid_token", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_expires()
    {
        var made = await app.MakeTokenAsync("chen", days: 1);
        await app.AskAsync(db => db.Set<AccessToken>().Where(t => t.Id == made.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.ExpiresAt, app.Clock.GetUtcNow().AddSeconds(-1))));

        using var program = app.ProgramWith(made.Token.Reveal());
        Assert.Equal("Token.Unusable", (await program.GetAsync("me")).Code);
        Assert.Equal(AccessTokenState.Expired, (await app.As("chen").Send(new ListTokens.Query())).Value.Single(t => t.Id == made.Id).State);
    }

    [Fact]
    public async Task Without_a_token_there_is_an_answer_and_no_redirect()
    {
        using var program = app.ProgramWith(null, "zh-CN");

        var answer = await program.GetAsync("cases");

        Assert.Equal((HttpStatusCode.Unauthorized, "Token.Needed"), (answer.Status, answer.Code));
        Assert.Equal("zh-CN", answer.Headers["Content-Language"]);
    }

    [Fact]
    public async Task A_cookie_does_not_open_the_api_and_a_token_opens_no_page()
    {
        using var browser = new Visitor(app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
        await browser.SignInAsync("li@demo.example", ApiHost.Password);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/me")).Status);

        using var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var program = new ApiHost.Program(client, (await app.MakeTokenAsync("li")).Token.Reveal(), "en");
        Assert.Equal(HttpStatusCode.Redirect, (await program.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Making_using_and_revoking_stand_in_the_audit_trail_and_the_use_is_written_down_once()
    {
        var made = await app.MakeTokenAsync("wang");
        using var program = app.ProgramWith(made.Token.Reveal());
        await program.GetAsync("me");
        await program.GetAsync("me");
        await app.As("admin").Send(new RevokeToken.OthersCommand(made.Id));

        Assert.Equal(
            [("MakeToken", "ok"), ("UseToken", "ok"), ("RevokeToken", "ok")],
            (await app.AuditOf(made.Id.Value)).Select(e => (e.Message, e.Outcome)));
        Assert.NotNull((await app.As("wang").Send(new ListTokens.Query())).Value.Single(t => t.Id == made.Id).LastUsedAt);
    }

    [Fact]
    public async Task Who_looks_after_somebody_sees_and_ends_his_tokens_and_nobody_else_does()
    {
        var made = await app.MakeTokenAsync("huanan-staff");

        Assert.Contains((await app.As("huanan").Send(new ListTokens.OthersQuery())).Value, t => t.Id == made.Id);
        Assert.Contains((await app.As("admin").Send(new ListTokens.OthersQuery())).Value, t => t.Id == made.Id);
        Assert.IsType<NotPermitted>((await app.As("zhao").Send(new ListTokens.OthersQuery())).Error);
        Assert.IsType<NotFound>((await app.As("li").Send(new RevokeToken.Command(made.Id))).Error);
        Assert.Null((await app.As("huanan").Send(new RevokeToken.OthersCommand(made.Id))).Error);
    }

    [Fact]
    public async Task Accounts_people_and_rules_are_out_of_the_reach_of_any_token()
    {
        var made = await app.MakeTokenAsync("admin");
        var caller = app.CallerOf("admin") with { Token = made.Id.Value };

        Assert.IsType<NotPermitted>((await app.As(caller).Send(new ListTokens.Query())).Error);
        Assert.IsType<NotPermitted>((await app.As(caller).Send(new ListStaff.Query())).Error);
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }
}
