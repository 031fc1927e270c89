using MediatR;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.TestSupport;

/// <summary>Sends messages through the door on behalf of one caller.</summary>
public sealed class Sender(Door door, Caller caller)
{
    /// <summary>Sends and answers what the caller is answered.</summary>
    public Task<T> Send<T>(IRequest<T> message)
        where T : Result => door.Send(message, caller);
}
