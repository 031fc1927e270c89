using MediatR;
using PosCases.Platform.Messages;

namespace PosCases.ComponentTests;

/// <summary>Answers messages as told and remembers them; a message without an answer is a mistake of the test.</summary>
public sealed class RecordingMediator : IMediator
{
    private readonly Dictionary<Type, Func<object, object>> answers = [];
    private readonly Dictionary<Type, Task> waits = [];
    private readonly List<object> sent = [];

    /// <summary>Everything that was sent, in order.</summary>
    public IReadOnlyList<object> Sent => sent;

    /// <summary>Answers every message of this type; may be said again to change the answer.</summary>
    public RecordingMediator On<TMessage>(Func<TMessage, Result> answer)
    {
        answers[typeof(TMessage)] = message => answer((TMessage)message);
        return this;
    }

    /// <summary>Keeps every message of this type waiting for its answer until then.</summary>
    public RecordingMediator Until<TMessage>(Task then)
    {
        waits[typeof(TMessage)] = then;
        return this;
    }

    /// <summary>The only message of this type.</summary>
    public TMessage Only<TMessage>() => Sent.OfType<TMessage>().Single();

    public Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        sent.Add(request);
        return answers.TryGetValue(request.GetType(), out var answer)
            ? waits.TryGetValue(request.GetType(), out var then) && !then.IsCompleted
                ? AnswerAsync(then, () => (TResponse)answer(request))
                : Task.FromResult((TResponse)answer(request))
            : throw new InvalidOperationException($"Nothing answers {request.GetType()}.");
    }

    private static async Task<TResponse> AnswerAsync<TResponse>(Task then, Func<TResponse> answer)
    {
        await then;
        return answer();
    }

    public Task Publish(object notification, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
        where TNotification : INotification => throw new NotSupportedException();
}
