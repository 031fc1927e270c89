using MediatR;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PosCases.People;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Hosting;

namespace PosCases.IntegrationTests.People;

public sealed class CallerMediatorTests(AccountHost host) : IClassFixture<AccountHost>
{
    [Fact]
    public async Task A_circuit_calls_as_its_own_person_not_as_the_user_of_its_socket()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        var other = await host.OpenAsync(Role.MerchantOwner);
        await using var circuit = host.Services.CreateAsyncScope();
        await using var socket = host.Services.CreateAsyncScope();
        circuit.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext
        {
            RequestServices = socket.ServiceProvider,
            User = PersonClaims.Of(await SessionOf(other)),
        };
        var state = (IHostEnvironmentAuthenticationStateProvider)circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        state.SetAuthenticationState(Task.FromResult(new AuthenticationState(PersonClaims.Of(await SessionOf(owner)))));
        var mediator = circuit.ServiceProvider.GetRequiredService<IMediator>();

        var account = await mediator.Send(new ViewAccount.Query(), TestContext.Current.CancellationToken);

        Assert.Equal(owner.UserName, account.Value.UserName);
    }

    [Fact]
    public async Task A_circuit_whose_session_was_ended_is_nobody_at_its_next_command()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        await using var circuit = host.Services.CreateAsyncScope();
        var state = (IHostEnvironmentAuthenticationStateProvider)circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        state.SetAuthenticationState(Task.FromResult(new AuthenticationState(PersonClaims.Of(await SessionOf(owner)))));
        var mediator = circuit.ServiceProvider.GetRequiredService<IMediator>();
        Assert.True((await mediator.Send(new ViewAccount.Query(), TestContext.Current.CancellationToken)).Succeeded);

        await host.SendAsync(new SignOutEverywhere.Command(), await host.CallerOf(owner));

        Assert.IsType<SignInNeeded>((await mediator.Send(new ViewAccount.Query(), TestContext.Current.CancellationToken)).Error);
    }

    private async Task<Session> SessionOf(AccountHost.Account account) =>
        (await host.SendAsync(new ViewSession.Query(), await host.CallerOf(account))).Value;
}
