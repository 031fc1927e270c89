using System.Text.Json.Serialization;
using MediatR;

namespace PosCases.Platform.Messages;

/// <summary>A message that changes something.</summary>
public interface ICommand
{
    /// <summary>Made by the client once per intent: sent again, it has no second effect and gets the same answer.</summary>
    Guid CommandId { get; }
}

/// <summary>Base of every command without a value in its answer.</summary>
public abstract record Change : IRequest<Result>, ICommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public Guid CommandId { get; init; } = Guid.NewGuid();
}

/// <summary>Base of every command that answers with a value.</summary>
/// <typeparam name="T">The value, serialisable to JSON and free of secrets, because it is stored with the command id.</typeparam>
public abstract record Change<T> : IRequest<Result<T>>, ICommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public Guid CommandId { get; init; } = Guid.NewGuid();
}

/// <summary>A message that only reads.</summary>
/// <typeparam name="T">What it yields.</typeparam>
public interface IQuery<T> : IRequest<Result<T>>;
