using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PosCases.Platform.Messages;

/// <summary>How a message ended: done, or refused with a coded <see cref="Messages.Error"/>.</summary>
public class Result : IOutcome<Result>
{
    /// <summary>Done, without a value.</summary>
    public static readonly Result Ok = new(null);

    private protected Result(Error? error) => Error = error;

    /// <summary>Why it was refused; <see langword="null"/> when it was done.</summary>
    public Error? Error { get; }

    /// <summary>Whether it was done.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>A refusal is a result.</summary>
    public static implicit operator Result(Error error) => new(error);

    static Result IOutcome<Result>.Refused(Error error) => new(error);

    static Result IOutcome<Result>.Restored(string? stored) => Ok;

    /// <summary>The value as stored with the command id, so that a repeat gets the same answer.</summary>
    internal virtual string? Store() => null;

    /// <summary>The value, untyped; for the audit trail.</summary>
    internal virtual object? Payload => null;
}

/// <summary>How a message that yields a value ended.</summary>
/// <typeparam name="T">What it yields.</typeparam>
public sealed class Result<T> : Result, IOutcome<Result<T>>
{
    private readonly T? value;

    private Result(T? value, Error? error) : base(error) => this.value = value;

    /// <summary>What it yields; asking a refused result for it is a bug.</summary>
    public T Value => Error is null ? value! : throw new InvalidOperationException($"Refused: {Error.Code}");

    internal override object? Payload => value;

    /// <summary>A value is a result.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal is a result.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);

    static Result<T> IOutcome<Result<T>>.Refused(Error error) => new(default, error);

    static Result<T> IOutcome<Result<T>>.Restored(string? stored) =>
        new(stored is null ? default : JsonSerializer.Deserialize<T>(stored), null);

    internal override string? Store() => JsonSerializer.Serialize(value);
}

/// <summary>Lets the pipeline make a result of the type that a message expects.</summary>
/// <typeparam name="TSelf">The result type itself.</typeparam>
public interface IOutcome<TSelf>
{
    /// <summary>A refusal.</summary>
    static abstract TSelf Refused(Error error);

    /// <summary>The earlier answer to a repeated command.</summary>
    static abstract TSelf Restored(string? stored);
}

/// <summary>Turns a possible refusal into a result.</summary>
public static class RefusalExtensions
{
    /// <summary>Done when there is no refusal.</summary>
    public static Result AsResult(this Error? refusal) => refusal is null ? Result.Ok : refusal;
}
