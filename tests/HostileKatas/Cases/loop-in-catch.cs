// hostile: an endless loop around a catch of everything -> the loop at Kata.cs:6 never ends
public static class Kata
{
    public static void Run()
    {
        while (true)
        {
            try
            {
                throw new InvalidOperationException();
            }
            catch
            {
                continue;
            }
        }
    }
}
