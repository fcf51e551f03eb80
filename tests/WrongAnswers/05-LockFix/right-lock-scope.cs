// right: the scope of a System.Threading.Lock
namespace Katas.LockFix;

public sealed class Counter
{
    readonly Lock gate = new();
    int count;

    public int Value
    {
        get
        {
            using (gate.EnterScope()) return count;
        }
    }

    public void Increment()
    {
        using var scope = gate.EnterScope();
        count++;
    }
}
