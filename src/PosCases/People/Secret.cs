using System.Text.Json;
using System.Text.Json.Serialization;

namespace PosCases.People;

/// <summary>
/// A value that must never be stored, logged or hashed by the way: a password, a code, a session's stamp. It prints as stars, and
/// in JSON it is nothing, so neither a command's receipt nor its stored answer holds a trace of it.
/// </summary>
[JsonConverter(typeof(Blank))]
public readonly struct Secret(string? value) : IEquatable<Secret>
{
    /// <summary>The value in the clear; empty when there is none.</summary>
    public string Reveal() => value ?? "";

    /// <summary>Whether there is no value: not given, or read back from where it was not stored.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(value);

    /// <inheritdoc/>
    public override string ToString() => "***";

    /// <inheritdoc/>
    public bool Equals(Secret other) => string.Equals(Reveal(), other.Reveal(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Secret other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Reveal().GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether both hold the same value.</summary>
    public static bool operator ==(Secret left, Secret right) => left.Equals(right);

    /// <summary>Whether they hold different values.</summary>
    public static bool operator !=(Secret left, Secret right) => !left.Equals(right);

    private sealed class Blank : JsonConverter<Secret>
    {
        public override bool HandleNull => true;

        public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Skip();
            return default;
        }

        public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteNullValue();
    }
}
