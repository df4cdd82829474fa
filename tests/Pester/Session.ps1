# What a test file starts with: the module as it was built, in a session on the demo sky that writes plain text.
$script:repository = Split-Path (Split-Path $PSScriptRoot)

# A module that is removed forgets the stars that the file before has seen, which Tab would offer.
Remove-Module ZvarPS -ErrorAction Ignore
Import-Module "$repository/ZvarPS.psd1"

# The account of whoever runs the tests is for a service, not for tests.
Remove-Item Env:/ZVAR_USERNAME, Env:/ZVAR_PASSWORD, Env:/ZVAR_URI, Env:/ZVAR_ARCHIVE -ErrorAction Ignore
$env:ZVAR_RESOLVER = 'none'
$env:SAMP_HUB = 'std-lockurl:file:///nowhere/.samp'
Connect-Zvar -Demo
$PSStyle.OutputRendering = 'PlainText'

# The contact binary of the notebook, whose numbers are known.
$script:star = 145120008365555264
