// right: a System.Threading.Lock, entered and left by hand
namespace Katas.LockFix;

public sealed class Counter
{
    readonly Lock gate = new();
    int count;

    public int Value
    {
        get
        {
            gate.Enter();
            try
            {
                return count;
            }
            finally
            {
                gate.Exit();
            }
        }
    }

    public void Increment()
    {
        gate.Enter();
        try
        {
            count++;
        }
        finally
        {
            gate.Exit();
        }
    }
}
