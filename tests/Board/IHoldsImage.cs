namespace Katas.Tests.Board;

/// <summary>
/// What an assembly that lies in no file was loaded by: its load context. A spec that runs the
/// learner's code in another process asks for it.
/// </summary>
public interface IHoldsImage
{
    /// <summary>The assembly Katas, as in a file.</summary>
    byte[] Katas { get; }
}
