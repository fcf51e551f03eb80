namespace Interleavings.Models;

/// <summary>What <c>lock (aLock)</c> holds until its end.</summary>
[Replaces("System.Threading.Lock/Scope")]
public ref struct LockScope
{
    private Lock? _target;

    internal LockScope(Lock target) => _target = target;

    /// <summary>Leaves the lock, once. The weaver has no site to give: the scope's own will do.</summary>
    public void Dispose()
    {
        if (_target is not { } target) return;
        _target = null;
        LockModel.Exit(target, "");
    }
}
