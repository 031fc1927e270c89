using System.Reflection;
using MediatR;
using PosCases.Platform.Messages;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Platform.Messages;

/// <summary>Sends a message of which only at run time is known what it answers.</summary>
internal static class AnyMessage
{
    private static readonly MethodInfo ByMediator = typeof(AnyMessage).GetMethod(nameof(SendTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo BySender = typeof(AnyMessage).GetMethod(nameof(SendTypedAsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static Task<Result> SendAsync(IMediator mediator, object message) => (Task<Result>)ByMediator.MakeGenericMethod(AnswerOf(message)).Invoke(null, [mediator, message])!;

    public static Task<Result> SendAsync(Sender sender, object message) => (Task<Result>)BySender.MakeGenericMethod(AnswerOf(message)).Invoke(null, [sender, message])!;

    private static Type AnswerOf(object message) =>
        message.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];

    private static async Task<Result> SendTypedAsync<T>(IMediator mediator, IRequest<T> message)
        where T : Result => await mediator.Send(message);

    private static async Task<Result> SendTypedAsAsync<T>(Sender sender, IRequest<T> message)
        where T : Result => await sender.Send(message);
}
