using MediatR;
using PosCases.Platform.Messages;

namespace PosCases.ComponentTests.Account;

/// <summary>Remembers what was sent and gives the answers it was told.</summary>
public sealed class RecordingMediator : IMediator
{
    private readonly Dictionary<Type, object> answers = [];

    private readonly List<object> sent = [];

    public IReadOnlyList<object> Sent => sent;

    /// <summary>From now on, messages of this type get this answer.</summary>
    public RecordingMediator Answer<TMessage>(Result answer)
    {
        answers[typeof(TMessage)] = answer;
        return this;
    }

    public Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        sent.Add(request);
        return Task.FromResult((TResponse)answers[request.GetType()]);
    }

    public Task Publish(object notification, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
        where TNotification : INotification => throw new NotSupportedException();
}
