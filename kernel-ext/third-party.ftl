What is in fettle-all.jar beside Fettle, which is under the Apache License 2.0 (META-INF/LICENSE).
Nothing of it is changed. A library's own licence and notice, where its jar has them, are in the folder of its name beside this file.
Texts of licences: Apache-2.0 META-INF/LICENSE; LGPL-3.0 LGPL-3.0.txt, with GPL-3.0.txt, to which it adds; the others in the folders.
<#list licenseMap as entry>

${entry.key}
<#list entry.value as library><#if library.groupId != "dev.fettle">
  ${library.artifactId} ${library.version}  (${library.groupId})  ${library.name}, ${library.url!"no page"}
</#if></#list>
</#list>

BSD-3-Clause
  the data sets in dev/fettle/data, from scikit-learn 1.9.1: see README.txt and LICENSE.txt there
