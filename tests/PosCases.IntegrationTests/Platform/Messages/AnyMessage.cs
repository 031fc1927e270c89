using System.Reflection;
using MediatR;
using PosCases.Platform.Messages;

namespace PosCases.IntegrationTests.Platform.Messages;

/// <summary>Sends a message of which only at run time is known what it answers.</summary>
internal static class AnyMessage
{
    private static readonly MethodInfo Typed = typeof(AnyMessage).GetMethod(nameof(SendTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static Task<Result> SendAsync(IMediator mediator, object message)
    {
        var answer = message.GetType().GetInterfaces()
            .Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        return (Task<Result>)Typed.MakeGenericMethod(answer).Invoke(null, [mediator, message])!;
    }

    private static async Task<Result> SendTypedAsync<T>(IMediator mediator, IRequest<T> message)
        where T : Result => await mediator.Send(message);
}
