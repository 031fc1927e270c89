using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Audit;
using PosCases.People;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.TestSupport;
using PosCases.Web.Hosting;

namespace PosCases.IntegrationTests.Platform.Messages;

/// <summary>Every message of the core, sent by everybody who has no right to it, from a request and from a circuit.</summary>
public sealed class AuthorizationTests(QuietHost app) : IClassFixture<QuietHost>
{
    private static readonly IReadOnlyList<Type> Messages =
        [.. typeof(Door).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IBaseRequest)))];

    public enum Channel
    {
        Request,
        Circuit,
    }

    public static TheoryData<Role, string?, Channel> Everybody => new MatrixTheoryData<(Role Role, string? Person), Channel>(
        [
            (Role.Anonymous, null), (Role.MerchantOwner, "huanan"), (Role.MerchantStaff, "huanan-staff"),
            (Role.Agent, "li"), (Role.Supervisor, "zhao"), (Role.Admin, "admin"),
        ],
        Enum.GetValues<Channel>()).Aggregate(new TheoryData<Role, string?, Channel>(), (data, row) =>
        {
            data.Add(row.Data.Item1.Role, row.Data.Item1.Person, row.Data.Item2);
            return data;
        });

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task A_message_whose_right_the_role_lacks_is_refused_and_a_refused_command_stands_in_the_audit_trail(
        Role role, string? person, Channel channel)
    {
        var forbidden = Messages.Where(m => !Permissions.Of(role).Contains(m.GetCustomAttribute<RequiresAttribute>()!.Permission)).ToList();
        var code = role == Role.Anonymous ? new SignInNeeded().Code : new NotPermitted().Code;
        var last = await app.AskAsync(db => db.Set<AuditEntry>().MaxAsync(e => e.Seq));

        List<string> wrong = [];
        foreach (var message in forbidden)
        {
            var result = await SendAsync(message, person, channel);
            if (result.Error?.Code != code)
            {
                wrong.Add($"{message}: {result.Error?.Code ?? "done"}");
            }
        }

        Assert.NotEmpty(forbidden);
        Assert.Empty(wrong);
        var audited = await app.AskAsync(db => db.Set<AuditEntry>().Where(e => e.Seq > last).OrderBy(e => e.Seq).ToListAsync());
        Assert.Equal(forbidden.Where(m => m.IsAssignableTo(typeof(ICommand))).Select(MessageName.Of), audited.Select(e => e.Message));
        Assert.All(audited, e => Assert.Equal((role, code), (e.Role, e.Outcome)));
    }

    [Fact]
    public void Every_right_is_denied_to_somebody_and_granted_to_somebody() =>
        Assert.All(
            Enum.GetValues<Permission>().Except([Permission.RegisterMerchant, Permission.AcceptInvitation, Permission.SignIn]),
            permission => Assert.Contains(Enum.GetValues<Role>().Select(r => Permissions.Of(r).Contains(permission)).Distinct().Count(), new[] { 2 }));

    private async Task<Result> SendAsync(Type message, string? person, Channel channel)
    {
        var principal = person is null
            ? new ClaimsPrincipal(new ClaimsIdentity())
            : PersonClaims.Of((await app.As(person).Send(new ViewSession.Query())).Value);
        await using var scope = app.Services.CreateAsyncScope();
        var accessor = scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>();
        accessor.HttpContext = null;
        if (channel == Channel.Request)
        {
            accessor.HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = principal };
        }
        else
        {
            var circuit = (IHostEnvironmentAuthenticationStateProvider)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
            circuit.SetAuthenticationState(Task.FromResult(new AuthenticationState(principal)));
        }

        return await AnyMessage.SendAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), RuntimeHelpers.GetUninitializedObject(message));
    }
}
