namespace Interleavings.Scheduling;

/// <summary>
/// The objects of an execution whose finalizers may still run: at any time once nothing refers to the
/// object, or never. None runs while it is explored, so what one would do is not known.
/// </summary>
internal sealed class Finalizable
{
    private readonly Dictionary<object, string> _made = new(ReferenceEqualityComparer.Instance);

    internal void Made(object made, string site) => _made[made] = site;

    /// <summary>The program has done itself what the finalizer would have.</summary>
    internal void Suppressed(object made) => _made.Remove(made);

    internal void Clear() => _made.Clear();

    /// <summary>Why nothing can be proved; null if no finalizer is left.</summary>
    internal Refusal? Refusal
    {
        get
        {
            foreach (var (made, site) in _made)
            {
                return new($"the finalizer of {made.GetType().Name.Split('`')[0]}",
                    "it may run at any time once nothing refers to the object, or never: give the class a"
                    + " Dispose that calls GC.SuppressFinalize, and dispose of the object",
                    Site.Parse(site));
            }
            return null;
        }
    }
}
